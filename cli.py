"""Start lexheller from a checkout: `python3 cli.py …` is `lexheller …`."""

from lexheller.cli.main import main

if __name__ == "__main__":
    main()
