/** `absent` is answered exactly like something that does not exist; `forbidden` tells that a role is missing. */
export type Access = 'allowed' | 'forbidden' | 'absent';
