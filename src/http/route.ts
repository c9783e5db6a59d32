import type { z } from 'zod';
import type { OrganisationAction } from '../core/access/organisation-access.ts';
import type { RequisitionAction } from '../core/access/requisition-access.ts';
import type { Attempt } from '../core/attempt/attempt.ts';
import type { DeviceClass } from '../core/attempt/device-class.ts';
import type { Actor } from '../core/person/person.ts';
import type { Requisition } from '../core/requisition/requisition.ts';
import type { UploadedFile, UploadSpec } from './upload.ts';
import type { Reply } from './reply.ts';

/** Who may call a route. `public` pages decide by the token in their address. */
export type AccessRule =
  | { readonly kind: 'public' }
  | { readonly kind: 'staff' }
  | { readonly kind: 'organisation'; readonly action: OrganisationAction }
  | { readonly kind: 'requisition'; readonly action: RequisitionAction }
  | { readonly kind: 'candidate' };

/** What the guard of each rule hands to the handler. */
export interface Granted {
  readonly public: { readonly actor: Actor | null };
  readonly staff: { readonly actor: Actor };
  readonly organisation: { readonly actor: Actor };
  readonly requisition: { readonly actor: Actor; readonly requisition: Requisition };
  readonly candidate: { readonly attempt: Attempt; readonly bindingHash: string };
}

/** Signing in and out changes the web session; only the HTTP room can do that. */
export interface WebSessionDoor {
  /** Starts a new web session for this account; the old one is dead afterwards. */
  signIn(actor: Actor, signInVersion: number): Promise<void>;
  signOut(): Promise<void>;
}

interface Common {
  readonly recvAt: Date;
  readonly wantsJson: boolean;
  readonly clientIp: string;
  /** All that is told of the device; null where its headers do not tell. */
  readonly deviceClass: DeviceClass | null;
  readonly cookies: Readonly<Record<string, string>>;
  readonly webSession: WebSessionDoor;
  /** The file of a route that asks for one; null where none was chosen. */
  readonly file: UploadedFile | null;
}

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : object;

/** A problem with one field, or with the whole form where `field` is null. */
export interface FieldProblem {
  readonly field: string | null;
  readonly message: string;
}

/** The posted fields as they came: texts and lists of texts, for filling the form again. */
export type RawFields = Readonly<Record<string, string | readonly string[]>>;

type Input<Kind extends AccessRule['kind'], Params, Query> = Granted[Kind] &
  Common & { readonly params: Parsed<Params>; readonly query: Parsed<Query> };

/** One line of a feature's route table. The builders in `routes-for.ts` make them; nothing else does. */
export interface RouteSpec<Kind extends AccessRule['kind'], Params, Query, Body> {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** Only a route that asks for a file gets one; every other is limited to short forms. */
  readonly upload?: UploadSpec;
  readonly handle: (input: Input<Kind, Params, Query> & { readonly body: Parsed<Body> }) => Promise<Reply>;
  /**
   * Shows the form again, filled with what was typed, when a field is wrong or the anti-forgery token is. Every form
   * with something typed in it has one; buttons alone do without and get an error page.
   */
  readonly invalid?: (
    input: Input<Kind, Params, Query> & {
      readonly raw: RawFields;
      readonly problems: readonly FieldProblem[];
    },
  ) => Promise<Reply>;
}

/** A route as the application mounts it and the access test walks it. */
export interface Route {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly access: AccessRule;
  readonly schemas: { params?: z.ZodType; query?: z.ZodType; body?: z.ZodType };
  readonly upload: UploadSpec | null;
  readonly handle: (input: never) => Promise<Reply>;
  readonly invalid: ((input: never) => Promise<Reply>) | null;
}
