import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Running } from '../../../src/local/run-as-child.js';
import {
  startSimulator,
  type SimulatorOptions,
  type SimulatorReady,
} from '../../../src/local/simulator/start-simulator.js';

export const contoso = 'contoso.azure-sentinel-solution-contoso';
export const fabrikam = 'fabrikam.azure-sentinel-solution-fabrikam';
export const northwind = 'northwind.azure-sentinel-solution-northwind';

/** A Monday afternoon. */
export const start = Date.parse('2026-03-02T14:00:00Z');

export type Json = Record<string, unknown>;

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  json(): Json;
}

export interface SubmissionView {
  readonly id: string;
  readonly state: string;
  readonly substate: string;
  readonly releaseNumber: number;
  readonly publishedTimeInUtc: string;
  readonly resources: readonly { type: string; value: string }[];
  readonly variantResources: readonly { resources: readonly { type: string; value: string }[] }[];
}

/** A simulator on a clock that stands still until told, with a client that has its tokens. */
export class Rig {
  static async start(options: Partial<SimulatorOptions> = {}): Promise<Rig> {
    const rig = new Rig(options, await mkdtemp(join(tmpdir(), 'simulator-')));
    await rig.begin();
    return rig;
  }

  now = start;
  private running: Running<SimulatorReady> | undefined;

  private constructor(
    private readonly options: Partial<SimulatorOptions>,
    readonly dataDir: string,
  ) {}

  get ready(): SimulatorReady {
    if (this.running === undefined) throw new Error('The simulator is stopped.');
    return this.running.ready;
  }

  async begin(change: Partial<SimulatorOptions> = {}): Promise<void> {
    this.running = await startSimulator({
      ...this.options,
      ...change,
      dataDir: this.dataDir,
      now: () => this.now,
    });
  }

  async stop(): Promise<void> {
    await this.running?.stop();
    this.running = undefined;
  }

  async end(): Promise<void> {
    await this.stop();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  forward(seconds: number): void {
    this.now += seconds * 1_000;
  }

  async token(scope: string, change: Record<string, string> = {}): Promise<string> {
    const { clientId, clientSecret } = this.ready;
    const form = {
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      scope,
    };
    const reply = await this.postForm('/oauth2/v2.0/token', { ...form, ...change });
    return String(reply.json()['access_token']);
  }

  postForm(path: string, form: Record<string, string>): Promise<Reply> {
    const body = new URLSearchParams(form);
    return this.fetch(`/${this.ready.tenantId}${path}`, { method: 'POST', body });
  }

  async fetch(target: string, init: RequestInit = {}): Promise<Reply> {
    const response = await fetch(new URL(target, this.ready.url), init);
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: () => JSON.parse(text) as Json,
    };
  }

  async api(target: string, method = 'GET', body?: Json): Promise<Reply> {
    const authorization = `Bearer ${await this.token('https://api.partner.microsoft.com/.default')}`;
    return this.fetch(target, {
      method,
      headers: { authorization },
      ...(body && { body: JSON.stringify(body) }),
    });
  }

  async azure(target: string): Promise<Reply> {
    const authorization = `Bearer ${await this.token('https://management.azure.com/.default')}`;
    return this.fetch(target, { headers: { authorization } });
  }

  control(name: string, body?: Json, method = body ? 'POST' : 'GET'): Promise<Reply> {
    return this.fetch(`/_simulator/${name}`, { method, ...(body && { body: JSON.stringify(body) }) });
  }

  async productPath(key: string): Promise<string> {
    const filter = `externalIDs/Any(i:i/type eq 'AzureOfferId' and i/value eq '${key.split('.')[1]}')`;
    const reply = await this.api(`/v1.0/ingestion/products?$filter=${encodeURIComponent(filter)}`);
    const [product] = (reply.json() as { value: { id: string }[] }).value;
    return `/v1.0/ingestion/products/${product?.id}`;
  }

  /** Every page of a collection of Partner Center's. */
  async pages<Item>(first: string): Promise<Item[][]> {
    const pages: Item[][] = [];
    for (let next: string | undefined = first; next !== undefined;) {
      const page = (await this.api(next)).json() as { value: Item[]; nextLink?: string };
      pages.push(page.value);
      next = page.nextLink === undefined ? undefined : `/${page.nextLink}`;
    }
    return pages;
  }

  async submissions(key: string): Promise<SubmissionView[]> {
    const pages = await this.pages<SubmissionView>(`${await this.productPath(key)}/submissions`);
    return pages.flat().toSorted((one, other) => one.releaseNumber - other.releaseNumber);
  }

  async newestPath(key: string): Promise<string> {
    const newest = (await this.submissions(key)).at(-1);
    return `${await this.productPath(key)}/submissions/${newest?.id}`;
  }
}
