"""En qué nivel se decide y quién tiene que estar: la compuerta, la cuenta y la lente de escala."""
