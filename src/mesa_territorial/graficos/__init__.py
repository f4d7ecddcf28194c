"""Los gráficos: filas adentro, especificación de Vega-Lite (hecha con Altair) afuera."""
