import assert from "node:assert/strict";
import { test } from "node:test";
import { campoDeActor, leer, mostrar, type Campo } from "../src/lib/campos.ts";
import { ordenar, siguienteOrden } from "../src/tabla/orden.ts";
import { comoBloque, partir, planificar, reconocerEncabezado, sinDato, sinProblemas, type ColumnaDePegado, type Lugar } from "../src/tabla/pegado.ts";
import { celdaQueSigue, destinoDe } from "../src/tabla/teclas.ts";

const columna = (clave: string): ColumnaDePegado => ({ clave, nombre: campoDeActor(clave).nombre, campo: campoDeActor(clave) });
const COLUMNAS = ["nombre", "sector", "influencia"].map(columna);
const lugar = (cambios: Partial<Lugar> = {}): Lugar => ({
  columnas: COLUMNAS, clave: "nombre", desdeFila: 0, desdeColumna: 0,
  filas: [{ id: "s", valores: { nombre: "SERVIU", sector: "publico", influencia: 5 } }, { id: "j", valores: { nombre: "Junta", sector: "sociedad_civil", influencia: null } }],
  ...cambios,
});

test("ordenar no pierde a nadie y deja al final lo que no se sabe", () => {
  const filas = [3, null, 1, null, 2].map((n, i) => ({ n, i }));

  for (const baja of [false, true]) {
    const orden = ordenar(filas, (f) => f.n, baja);
    assert.deepEqual(orden.map((f) => f.n), baja ? [3, 2, 1, null, null] : [1, 2, 3, null, null]);
    assert.deepEqual(orden.filter((f) => f.n === null).map((f) => f.i), [1, 3]);
  }
});

test("los nombres se ordenan en castellano, sin que la tilde cuente", () => {
  assert.deepEqual(ordenar(["Ñuñoa", "Zona", "Óptica", "Nube", "opera"], (x) => x), ["Nube", "Ñuñoa", "opera", "Óptica", "Zona"]);
});

test("pulsar otra vez el encabezado da vuelta el orden", () => {
  assert.deepEqual(siguienteOrden(null, "nombre"), { clave: "nombre", baja: false });
  assert.deepEqual(siguienteOrden({ clave: "nombre", baja: false }, "nombre"), { clave: "nombre", baja: true });
  assert.deepEqual(siguienteOrden({ clave: "nombre", baja: true }, "sector"), { clave: "sector", baja: false });
});

test("un bloque de Excel se parte en celdas, con comillas, saltos y tabulaciones adentro", () => {
  assert.deepEqual(partir("a\tb\r\nc\td\r\n"), [["a", "b"], ["c", "d"]]);
  assert.deepEqual(partir('"dos\nlíneas"\t"con ""comillas"""\nx\ty'), [["dos\nlíneas", 'con "comillas"'], ["x", "y"]]);
  assert.deepEqual(partir('"La Roca" de Quilpué\tx'), [['"La Roca" de Quilpué', "x"]]);
});

test("lo copiado se vuelve a pegar igual", () => {
  const filas = [["a\tb", 'c"d'], ["línea\notra", ""]];

  assert.deepEqual(partir(comoBloque(filas)), filas);
});

test("los encabezados se reconocen sólo si todos se conocen", () => {
  assert.deepEqual(reconocerEncabezado(["Sector", "nombre"], COLUMNAS)?.map((c) => c?.clave), ["sector", "nombre"]);
  assert.equal(reconocerEncabezado(["Sector", "Junta"], COLUMNAS), null);
  assert.equal(reconocerEncabezado(["Nombre"], COLUMNAS), null);
});

test("pegar desde una celda cambia lo que está y agrega lo que sobra", () => {
  const plan = planificar(partir("SERVIU\tPúblico\t4,5\nJunta\tSociedad civil\t\nEscuela\tpublico\t3"), lugar());

  assert.deepEqual(plan.problemas, []);
  assert.deepEqual(plan.cambios, [{ id: "s", campos: { influencia: 4.5 }, fila: 1 }]);
  assert.deepEqual(plan.nuevas, [{ id: null, campos: { nombre: "Escuela", sector: "publico", influencia: 3 }, fila: 3 }]);
});

test("con encabezados, la fila se reconoce por el nombre y no por el lugar", () => {
  const plan = planificar(partir("Nombre\tInfluencia\njunta\t2\nNueva\t1"), lugar({ desdeFila: 1 }));

  assert.deepEqual(plan.cambios.map((c) => c.id), ["j"]);
  assert.deepEqual(plan.nuevas.map((c) => c.campos["nombre"]), ["Nueva"]);
  assert.equal(sinDato(plan, "sector").length, 1);
});

test("lo que no sirve se dice con su fila y su columna, y lo demás se puede pegar", () => {
  const plan = planificar(partir("alta\n3"), lugar({ desdeColumna: 2 }));

  assert.deepEqual(plan.problemas.map((p) => [p.fila, p.columna]), [[1, "Influencia"]]);
  assert.match(plan.problemas[0]!.frase, /dice «alta»; escriba un número de 1 a 5/);
  assert.deepEqual(sinProblemas(plan).cambios.map((c) => c.id), ["j"]);
});

test("una celda vacía no borra un dato obligatorio", () => {
  const plan = planificar(partir("\tPúblico"), lugar());

  assert.match(plan.problemas[0]!.frase, /no puede quedar vacío/);
});

test("un campo acepta la coma decimal y rechaza lo que se sale", () => {
  const influencia = campoDeActor("influencia");

  assert.deepEqual(leer(influencia, " 3,5 "), { valor: 3.5 });
  assert.deepEqual(leer(influencia, ""), { valor: null });
  for (const malo of ["0", "5,1", "1.000", "tres", "4;5", "NaN", "1e1"]) assert.ok("error" in leer(influencia, malo), malo);
  assert.ok("error" in leer(campoDeActor("torre"), "2,5"));
  assert.equal(mostrar(influencia, 3.5), "3,5");
});

test("una opción se lee por su nombre, su código o su primera palabra si no hay duda", () => {
  assert.deepEqual(leer(campoDeActor("sector"), "PUBLICO"), { valor: "publico" });
  assert.deepEqual(leer(campoDeActor("estado"), "integra"), { valor: "integra" });
  assert.deepEqual(leer(campoDeActor("sector"), "Organismo"), { valor: "organismo_internacional" });
  assert.deepEqual(leer(campoDeActor("posicion"), "se opone"), { valor: -1 });
  assert.match((leer(campoDeActor("sector"), "marciano") as { error: string }).error, /elija Público, Privado/);
});

test("con cientos de opciones el error dice qué hacer, no las enumera", () => {
  const de: Campo = { clave: "de", nombre: "De", clase: "opcion", opciones: { a1: "Junta Norte", a2: "SERVIU" }, siNoEsta: "agréguelo primero." };

  assert.deepEqual(leer(de, "serviu"), { valor: "a2" });
  assert.deepEqual(leer(de, "Junta"), { error: "De: dice «Junta»; agréguelo primero." });
});

test("las teclas se mueven por la rejilla sin salirse", () => {
  const ir = (key: string, fila: number, columna: number, ctrlKey = false) => destinoDe({ key, ctrlKey }, { fila, columna }, 5, 3);

  assert.deepEqual(ir("ArrowDown", 4, 1), { fila: 4, columna: 1 });
  assert.deepEqual(ir("ArrowRight", 0, 1), { fila: 0, columna: 2 });
  assert.deepEqual(ir("PageDown", 0, 1), { fila: 4, columna: 1 });
  assert.deepEqual(ir("End", 2, 0, true), { fila: 4, columna: 2 });
  assert.equal(ir("a", 0, 0), null);
});

test("Tab salta lo que no se edita y pasa a la fila que sigue", () => {
  const editables = [true, false, true];

  assert.deepEqual(celdaQueSigue({ fila: 0, columna: 0 }, 1, 2, editables), { fila: 0, columna: 2 });
  assert.deepEqual(celdaQueSigue({ fila: 0, columna: 2 }, 1, 2, editables), { fila: 1, columna: 0 });
  assert.deepEqual(celdaQueSigue({ fila: 1, columna: 0 }, -1, 2, editables), { fila: 0, columna: 2 });
  assert.equal(celdaQueSigue({ fila: 1, columna: 2 }, 1, 2, editables), null);
});
