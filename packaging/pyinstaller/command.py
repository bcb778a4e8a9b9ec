"""``pkm`` of the frozen program: the command line, and the window where a console does no harm."""

from pkm_app.__main__ import main

if __name__ == "__main__":
    main()
