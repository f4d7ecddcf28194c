// Bajar y subir archivos sin salir de la máquina.
export interface Archivo { nombre: string; tipo: string; base64: string }

/** Baja un archivo que llegó de Python en base64. */
export function bajar({ nombre, tipo, base64 }: Archivo): void {
  const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  bajarBlob(nombre, new Blob([bytes], { type: tipo }));
}

export function bajarBlob(nombre: string, blob: Blob): void {
  const enlace = document.createElement("a");
  enlace.href = URL.createObjectURL(blob);
  enlace.download = nombre;
  enlace.click();
  setTimeout(() => URL.revokeObjectURL(enlace.href), 10_000);
}

/** El contenido de un archivo en base64, para mandarlo a Python. */
export function leerBase64(archivo: File): Promise<string> {
  return new Promise((listo, falla) => {
    const lector = new FileReader();
    lector.onload = () => listo(String(lector.result).split(",", 2)[1] ?? "");
    lector.onerror = () => falla(lector.error);
    lector.readAsDataURL(archivo);
  });
}
