// Lo que va antes de cada dirección del kit: nada en un computador, «/user/ana» detrás de JupyterHub.
const raiz = (): string => document.documentElement.dataset.raiz ?? "";

/** La dirección completa de una ruta del kit, que empieza con «/». */
export const enRaiz = (ruta: string): string => raiz() + ruta;
