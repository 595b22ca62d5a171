"""How well the rules read: golden annotations held against what the pipeline says, family by family."""
