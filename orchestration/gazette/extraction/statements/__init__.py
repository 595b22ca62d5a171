"""Targets and outcomes: from quantities to statements, one step a module."""
