"""A program about jobs: ``python -m world.job_asker ask KIND`` prints the job's number, ``cancel`` and ``again NUMBER``
do that, ``stage NUMBER`` prints how it stands."""

import sys

import django


def main() -> None:
    """Do what the first argument says with the second."""
    django.setup()
    from django.core.files.base import ContentFile  # noqa: PLC0415  # models need the settings first
    from django.utils import timezone  # noqa: PLC0415  # as above

    from luoshi.ground.jobs.actions import cancel, start, start_again  # noqa: PLC0415  # as above
    from luoshi.ground.jobs.models import Job  # noqa: PLC0415  # as above
    from world.ground import somebody  # noqa: PLC0415  # as above

    what, which = sys.argv[1:]
    if what == "ask":
        brought = {"numbers": ContentFile(b"1 2 3")}
        asker = somebody("甲", suffix=f"-{Job.objects.count()}")
        job = start(which, by=asker, at=timezone.now(), given={"count": 3}, brought=brought)
        sys.stdout.write(f"{job.pk}\n")
        return
    job = Job.objects.select_related("by").get(pk=int(which))
    if what == "stage":
        sys.stdout.write(f"{job.stage}\n")
    else:
        {"cancel": cancel, "again": start_again}[what](job, by=job.by, at=timezone.now())


if __name__ == "__main__":
    main()
