// The whole server with its models in its own child processes.

import { expect, test, vi } from 'vitest';
import { startTestServer } from '../support/test-server.ts';

vi.setConfig({ testTimeout: 120_000 });

interface Component {
  ok: boolean;
  required: boolean;
  error?: string;
}

async function readiness(url: string): Promise<{ status: number; components: Record<string, Component> }> {
  const response = await fetch(`${url}/readyz`);
  return { status: response.status, components: ((await response.json()) as { components: never }).components };
}

test('a server starts no model before it is asked, and says so', async () => {
  const server = await startTestServer({ nlp: 'own' });
  try {
    const { status, components } = await readiness(server.url);
    expect(status).toBe(200);
    for (const name of ['embedding_model_loaded', 'ner_model_loaded']) {
      expect(components[name]).toMatchObject({ ok: true, required: false });
    }
    expect(components.nlp).toBeUndefined();
    expect((await server.inside.services.nlp.embed(['a lease'])).status).toBe('model');
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(metrics).toContain('sheaf_model_calls_total{task="embed",outcome="model"} 1');
    expect(metrics).toContain('sheaf_model_processes{state="idle"} 1');
  } finally {
    await server.stop();
  }
});
