import type { Model } from 'mongoose';

/**
 * One durable batch of whole documents, as the store itself would have written them one by one. They are not cast
 * again, so that a hundred thousand take minutes.
 */
export async function insertMany(model: Model<never>, documents: readonly object[]): Promise<void> {
  if (documents.length === 0) return;
  await model.insertMany(documents as never[], { lean: true, ordered: false });
}
