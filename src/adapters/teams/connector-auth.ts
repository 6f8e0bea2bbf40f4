import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  AuthenticationError,
  type AuthenticateRequestResult,
  type ConnectorFactory,
} from 'botframework-connector';

type Authenticate = ConfigurationBotFrameworkAuthentication['authenticateRequest'];
type MakeFactory = ConfigurationBotFrameworkAuthentication['createConnectorFactory'];
type Connector = Awaited<ReturnType<ConnectorFactory['create']>>;

/** How long one call to the channel may take. */
const sendTimeoutMs = 15_000;

/** What the connector hides in its types: the pipeline that its requests go through. */
interface Pipelined {
  readonly client: {
    readonly pipeline: {
      removePolicy(options: { name: string }): unknown;
      addPolicy(policy: {
        name: string;
        sendRequest(
          request: { timeout: number },
          next: (request: unknown) => Promise<unknown>,
        ): Promise<unknown>;
      }): void;
    };
  };
}

/**
 * The SDK's authentication with two changes. Its connectors repeat posts by themselves and never time out: here
 * each call is one request, bounded in time. And what is wrong with a token is always "unauthorised", where the
 * SDK reports some faults as its own.
 */
export class OneRequestAuthentication extends ConfigurationBotFrameworkAuthentication {
  override async authenticateRequest(...args: Parameters<Authenticate>): Promise<AuthenticateRequestResult> {
    try {
      const result = await super.authenticateRequest(...args);
      return result.connectorFactory
        ? { ...result, connectorFactory: oneRequest(result.connectorFactory) }
        : result;
    } catch (error) {
      if (isTokenFault(error)) throw new AuthenticationError('Unauthorized', 401);
      throw error;
    }
  }

  override createConnectorFactory(...args: Parameters<MakeFactory>): ConnectorFactory {
    return oneRequest(super.createConnectorFactory(...args));
  }
}

function isTokenFault(error: unknown): boolean {
  return (
    error instanceof Error &&
    ['JsonWebTokenError', 'NotBeforeError', 'TokenExpiredError'].includes(error.name)
  );
}

function oneRequest(factory: ConnectorFactory): ConnectorFactory {
  return {
    create: async (serviceUrl: string, audience: string): Promise<Connector> => {
      const connector = await factory.create(serviceUrl, audience);
      const { pipeline } = (connector as unknown as Pipelined).client;
      pipeline.removePolicy({ name: 'defaultRetryPolicy' });
      pipeline.addPolicy({
        name: 'timeout',
        sendRequest: (request, next) => {
          request.timeout = sendTimeoutMs;
          return next(request);
        },
      });
      return connector;
    },
  };
}
