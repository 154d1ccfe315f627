"""A process that tries to sign in with a wrong password, some times, and prints what the last page said.

``python knocking.py ACCOUNT TIMES``, with ``LUOSHI_HOME`` set.
"""

import re
import sys


def main(account: str, times: int) -> None:
    """Try, and print the first sentence of the refusal."""
    import django  # noqa: PLC0415  # the environment names the settings

    django.setup()
    from django.test import Client  # noqa: PLC0415  # Django has to be set up first

    client, page = Client(headers={"host": "localhost"}), ""
    for _time in range(times):
        page = client.post("/account/login/", {"login": account, "password": "不对"}).text
    found = re.search(r"<li>(.+?)</li>", page.split('class="refusals"')[1])
    print(found[1] if found else page)  # noqa: T201  # whoever started this reads it


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
