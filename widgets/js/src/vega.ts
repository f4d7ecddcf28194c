// Vega en un solo archivo local que el navegador guarda. Sin eval: las expresiones se interpretan.
import { expressionInterpreter } from "vega-interpreter";
import { compile } from "vega-lite";
import { formatLocale, parse, timeFormatLocale, View } from "vega";

formatLocale({ decimal: ",", thousands: ".", grouping: [3], currency: ["$", ""] });
timeFormatLocale({
  dateTime: "%A %e de %B de %Y, %X", date: "%d-%m-%Y", time: "%H:%M:%S", periods: ["a. m.", "p. m."],
  days: ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"],
  shortDays: ["dom", "lun", "mar", "mié", "jue", "vie", "sáb"],
  months: ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
  shortMonths: ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"],
});

/** Una vista viva de una especificación de Vega-Lite; los datos se llaman «filas». */
export function crearVista(especificacion: object, en: HTMLElement): View {
  const { spec } = compile(especificacion as any);
  return new View(parse(spec, undefined, { ast: true }), {
    renderer: "svg", container: en, hover: false, expr: expressionInterpreter,
    // Nada se carga de fuera, ni aunque la especificación lo pida.
    loader: { load: rechazar, sanitize: rechazar, http: rechazar, file: rechazar } as any,
  });
}

const rechazar = () => Promise.reject(new Error("Los gráficos no cargan nada de fuera."));
