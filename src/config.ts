import { z } from 'zod';

/** Everything the environment can say, checked once at start. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Null runs the embedded store in `dataDir`. */
  readonly mongodbUri: string | null;
  /** Links are built from it, never from a Host header. */
  readonly publicUrl: string;
  readonly secret: string | null;
  readonly trustProxy: number;
  readonly smtpUrl: string | null;
  readonly demo: boolean;
  readonly logLevel: LogLevel;
  readonly production: boolean;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

const text = z.string().trim().min(1);
const Environment = z.object({
  PORT: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(0, 'must be 0 or more')
    .max(65_535, 'must be at most 65535')
    .default(3000),
  HOST: text.default('127.0.0.1'),
  DATA_DIR: text.default('./data'),
  MONGODB_URI: text.regex(/^mongodb(\+srv)?:\/\//, 'must begin with mongodb:// or mongodb+srv://').optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be a whole address such as https://jobs.example.org' })
    .optional(),
  SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  TRUST_PROXY: z.coerce
    .number('must be the number of proxies in front')
    .int('must be a whole number')
    .min(0, 'must be 0 or more')
    .max(10, 'must be at most 10')
    .default(0),
  SMTP_URL: text.regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://').optional(),
  ATTUNE_DEMO: z.enum(['on', 'off'], 'must be on or off').default('on'),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
  NODE_ENV: z.string().optional(),
});

type ReadConfig = { kind: 'ok'; config: Config } | { kind: 'refused'; problems: string[] };

/** Reads the environment, or says in one sentence each what stands in the way. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ReadConfig {
  const problems = unknownNames(environment);
  const present = Object.entries(environment).filter(([, value]) => value !== undefined && value !== '');
  const parsed = Environment.safeParse(Object.fromEntries(present));
  if (!parsed.success) {
    problems.push(...parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}.`));
    return { kind: 'refused', problems };
  }
  const env = parsed.data;
  if (env.MONGODB_URI !== undefined && env.SECRET === undefined) {
    problems.push(
      'SECRET is required with MONGODB_URI: set it to at least 32 random characters and keep it.',
    );
  }
  return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'ok', config: toConfig(env) };
}

function unknownNames(environment: Readonly<Record<string, string | undefined>>): string[] {
  return Object.keys(environment)
    .filter((name) => name.startsWith('ATTUNE_') && !(name in Environment.shape))
    .map(
      (name) => `${name} is not a setting of Attune: remove it or correct the name (ATTUNE_DEMO is known).`,
    );
}

function toConfig(env: z.infer<typeof Environment>): Config {
  return Object.freeze({
    port: env.PORT,
    host: env.HOST,
    dataDir: env.DATA_DIR,
    mongodbUri: env.MONGODB_URI ?? null,
    publicUrl: (env.PUBLIC_URL ?? `http://${env.HOST}:${env.PORT}`).replace(/\/+$/, ''),
    secret: env.SECRET ?? null,
    trustProxy: env.TRUST_PROXY,
    smtpUrl: env.SMTP_URL ?? null,
    demo: env.ATTUNE_DEMO === 'on',
    logLevel: env.LOG_LEVEL,
    production: env.NODE_ENV === 'production',
  });
}
