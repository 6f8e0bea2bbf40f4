import { z } from 'zod';

/** Only the fields read. The catalog is not described for public use: any of them may be missing. */
export const catalogOffer = z.object({
  isStopSell: z.boolean().nullish(),
  keywords: z.array(z.string()).nullish(),
  categoryIds: z.array(z.string()).nullish(),
  plans: z
    .array(
      z.object({
        isHidden: z.boolean().nullish(),
        isPrivate: z.boolean().nullish(),
        isStopSell: z.boolean().nullish(),
        artifacts: z.array(z.object({ name: z.string(), uri: z.string() })).nullish(),
      }),
    )
    .nullish(),
});

export type CatalogOffer = z.infer<typeof catalogOffer>;

/** The deployment template behind a plan. */
export const template = z.object({ variables: z.object({ _solutionVersion: z.string() }) });
