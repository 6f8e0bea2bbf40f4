import type { Admins } from '../domain/person.js';

/** The bot's registration with Microsoft Teams. */
export interface Registration {
  readonly appId: string;
  /** Null: the managed identity of the process. */
  readonly password: string | null;
  readonly type: 'SingleTenant' | 'UserAssignedMSI' | 'MultiTenant';
  readonly tenantId: string | null;
}

/** Where the publishing state comes from. */
export type PartnerCenter =
  | {
      readonly kind: 'api';
      readonly apiUrl: string;
      readonly credentials: {
        readonly authorityUrl: string;
        readonly tenantId: string;
        readonly clientId: string;
        /** Null: the Azure identity of the process. */
        readonly clientSecret: string | null;
      };
    }
  | { readonly kind: 'simulator' }
  | { readonly kind: 'off' };

/** Everything the process is told from outside, checked, with the defaults filled in. */
export interface Config {
  readonly port: number;
  /** Null: all addresses of the machine. */
  readonly host: string | null;
  /** Null: no registration, local use. */
  readonly registration: Registration | null;
  /** Null: any tenant. */
  readonly allowedTenants: readonly string[] | null;
  readonly admins: Admins;
  /** Null: the embedded store. */
  readonly cosmos: { readonly endpoint: string; readonly key: string | null } | null;
  readonly cosmosDatabase: string;
  readonly dataDir: string;
  readonly partnerCenter: PartnerCenter;
  readonly catalogUrl: string;
  readonly sentinel: { readonly apiUrl: string; readonly workspace: string | null };
  readonly goLive: 'record' | 'promote';
  /** Null: by stage. */
  readonly pollSeconds: number | null;
  /** Secrets of the signed webhook; null: the route is absent. */
  readonly webhookSecrets: readonly string[] | null;
  readonly timeZone: string;
  readonly playground: boolean;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}
