/** Pages that nobody should see: addresses that lead nowhere, a store that is silent, a fault of our own. */
export function faultScenes({ product, visit, seat, see, at, role }) {
  const { stores } = product.deps;

  async function nowhere() {
    await visit(`${product.url}/nowhere`, 'not-found');
    const { page, context } = await seat();
    await page.goto(page.url().replace(/\/items\/[^?]*/, '/items/nothing'));
    await see(page, 'candidate-no-such-question');
    await context.close();
  }

  async function faults() {
    const token = await role.invite();
    const { findByLink } = stores.applicants;
    for (const [name, fault] of [
      ['candidate-store-silent', { name: 'MongoNetworkError' }],
      ['candidate-no-room', { name: 'MongoServerError', code: 14031 }],
      ['candidate-fault', { name: 'Error' }],
    ]) {
      stores.applicants.findByLink = () => Promise.reject(Object.assign(new Error('a fault'), fault));
      await visit(at(token), name);
    }
    stores.applicants.findByLink = findByLink;
  }

  return { nowhere, faults };
}
