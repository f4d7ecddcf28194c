import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

const marcos: (() => void)[] = [];
const ventana = new EventTarget();
Object.assign(globalThis, { window: ventana, requestAnimationFrame: (f: () => void) => marcos.push(f) });
const { atender, encargar } = await import("../src/lib/recados.ts");

const correrMarcos = (): void => { for (const f of marcos.splice(0)) f(); };
const tomar = (oidos: unknown[]) => (s: CustomEvent<unknown>): void => { s.preventDefault(); oidos.push(s.detail); };

beforeEach(() => { marcos.length = 0; delete (ventana as { mesaRecados?: unknown }).mesaRecados; });

test("quien ya está atiende al tiro y no le queda nada esperando", () => {
  const oidos: unknown[] = [], otros: unknown[] = [];
  atender("mesa:uno", tomar(oidos));

  encargar(ventana, "mesa:uno", { a: 1 });
  atender("mesa:uno", tomar(otros));
  correrMarcos();

  assert.deepEqual([oidos, otros], [[{ a: 1 }], []]);
});

test("quien llega después encuentra el pedido, una sola vez", () => {
  const oidos: unknown[] = [], otros: unknown[] = [];
  encargar(ventana, "mesa:dos", { a: 2 });

  atender("mesa:dos", tomar(oidos));
  correrMarcos();
  atender("mesa:dos", tomar(otros));
  correrMarcos();

  assert.deepEqual([oidos, otros], [[{ a: 2 }], []]);
});

test("quien no se ve no lo toma: lo deja para quien sí", () => {
  const oidos: unknown[] = [];
  encargar(ventana, "mesa:tres", 3);

  atender("mesa:tres", () => undefined);
  correrMarcos();
  atender("mesa:tres", tomar(oidos));
  correrMarcos();

  assert.deepEqual(oidos, [3]);
});

test("dejar de atender es dejar de oír, y un pedido viejo ya no se cumple", (t) => {
  const oidos: unknown[] = [];
  t.mock.timers.enable({ apis: ["Date"] });
  atender("mesa:cuatro", tomar(oidos))();
  encargar(ventana, "mesa:cuatro", 4);

  t.mock.timers.tick(11_000);
  atender("mesa:cuatro", tomar(oidos));
  correrMarcos();

  assert.deepEqual(oidos, []);
});
