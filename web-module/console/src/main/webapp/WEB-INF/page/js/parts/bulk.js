/** Where pages begin something that is done to many tasks or dead letters. */
import { later } from '../later.js';

/** @param {{action: string, q?: string, ids?: string[], what: string, onClose: () => void}} props see later/bulk.js */
export const Bulk = later(() => import('../later/bulk.js'), 'Bulk');
