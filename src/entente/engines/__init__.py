"""Where the stages run: each engine has `map` and `group`."""
