"""How findings look: for a reader at a terminal, for a program, for GitHub. Looks only; no finding is made here."""
