/** Opens the link of somebody who is in the second part, in a browser, on the first question of that part. */
export async function openPage(context, url, token) {
  const page = await context.newPage();
  await page.goto(`${url}/i/${token}`);
  await page.getByRole('button', { name: 'Continue here' }).click();
  await page.getByRole('link', { name: 'Continue part 2' }).click();
  await page.waitForURL('**/items/**');
  return page;
}

/** Whether the line about saving says something within a time. */
export async function says(page, words, ms) {
  const line = page.locator('#save-state', { hasText: words });
  return line.waitFor({ timeout: ms }).then(
    () => true,
    () => false,
  );
}
