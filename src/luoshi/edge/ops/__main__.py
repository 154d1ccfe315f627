"""``python -m luoshi.edge.ops``: the command ``luoshi`` where its script is not on the path."""

from luoshi.edge.ops.cli import main

if __name__ == "__main__":
    main(prog_name="luoshi")
