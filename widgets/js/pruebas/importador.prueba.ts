import assert from "node:assert/strict";
import { test } from "node:test";
import { MAX_BYTES, reparo } from "../src/importador/archivo.ts";

test("una planilla de hasta 5 MB se acepta", () => {
  for (const nombre of ["lista.xlsx", "LISTA.XLSX", "lista.ods", "lista.csv"]) assert.equal(reparo(nombre, MAX_BYTES), "");
});

test("lo que no se puede leer se dice antes de leerlo, con su remedio", () => {
  assert.match(reparo("vieja.xls", 10), /guárdelo como \.xlsx/);
  assert.match(reparo("foto.png", 10), /no es una planilla/);
  assert.match(reparo("grande.xlsx", 6.5 * 1024 * 1024), /pesa 6,5 MB y el máximo es 5 MB/);
  assert.match(reparo("nada.csv", 0), /está vacío/);
});
