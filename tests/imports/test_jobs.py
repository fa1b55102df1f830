"""Background work: claimed once, its progress seen, stopped, taken for dead, taken up again (T-R2, T-R3, I6)."""

import os
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from common.models import Register, RegisterKind
from imports import job_runner
from imports.enums import JobStage, JobStatus
from imports.job_runner import JobLost, Progress, run, run_waiting
from imports.jobs import ask_to_stop, claim, enqueue, mark_interrupted, resume, worker_name
from imports.models import Job
from tests.cast import Cast, make_cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    Register.objects.create(kind=RegisterKind.DEMO)  # nobody is asked for a second factor
    return make_cast()


@pytest.fixture
def handlers(settings: Any) -> Any:
    settings.JOB_HANDLERS = {
        "count": f"{__name__}.count",
        "refuse": f"{__name__}.refuse",
        "break": f"{__name__}.break_down",
        "look": f"{__name__}.look_at_itself",
    }
    return settings.JOB_HANDLERS


def count(job: Job, progress: Progress) -> dict[str, Any]:
    for number in range(job.payload["to"] + 1):
        progress.step(number, job.payload["to"], JobStage.CHECKING)
    return {"counted": job.payload["to"]}


def refuse(job: Job, progress: Progress) -> dict[str, Any]:
    raise ValidationError("Danh sách này đã được ghi.", code="done")


def break_down(job: Job, progress: Progress) -> dict[str, Any]:
    raise RuntimeError("a fault of ours")


def look_at_itself(job: Job, progress: Progress) -> dict[str, Any]:
    """What the page shows while the work goes on; then somebody asks to stop."""
    progress.step(3, 10, JobStage.READING)
    job.refresh_from_db()
    seen.append((job.status, job.stage, job.done, job.total))
    ask_to_stop(by=job.asked_by, job=job)
    progress.step(4, 10, JobStage.CHECKING)
    progress.step(5)
    raise AssertionError("goes on although asked to stop")


seen: list[Any] = []


def ask(cast: Cast, kind: str = "count", key: str = "", **payload: Any) -> Job:
    return enqueue(
        by=cast.minh,
        kind=kind,
        title="Đọc danh sách",
        key=key or kind,
        payload=payload or {"to": 3},
        area=cast.places.commune,
    )


def facts(job: Job) -> tuple[Any, ...]:
    job.refresh_from_db()
    return job.status, job.done, job.total, job.result, job.message


@pytest.mark.usefixtures("handlers")
class TestRunning:
    def test_a_job_is_done_and_says_what_came_of_it(self, cast: Cast) -> None:
        job = ask(cast, to=7)
        assert run_waiting(worker_name()) == 1
        assert facts(job) == (JobStatus.DONE, 7, 7, {"counted": 7}, "")
        assert run_waiting(worker_name()) == 0

    @pytest.mark.django_db(transaction=True)
    def test_progress_is_seen_and_a_wish_to_stop_is_heard(self, cast: Cast, monkeypatch: Any) -> None:
        monkeypatch.setattr(job_runner, "BEAT_SECONDS", 0)
        seen.clear()
        job = ask(cast, "look")
        run_waiting(worker_name())
        assert seen == [(JobStatus.RUNNING, JobStage.READING, 3, 10)]
        assert facts(job)[0] == JobStatus.STOPPED

    def test_a_waiting_job_is_stopped_at_once(self, cast: Cast) -> None:
        job = ask_to_stop(by=cast.minh, job=ask(cast))
        assert job.status == JobStatus.STOPPED
        assert run_waiting(worker_name()) == 0

    @pytest.mark.parametrize(
        ("kind", "message"),
        [
            ("refuse", "Danh sách này đã được ghi."),
            (
                "break",
                "Công việc không thực hiện được và chưa có gì thay đổi. Hãy thử lại; "
                "nếu vẫn lỗi, báo cho quản trị hệ thống.",
            ),
        ],
    )
    def test_what_goes_wrong_is_said_and_the_worker_lives(self, cast: Cast, kind: str, message: str) -> None:
        broken, after = ask(cast, kind), ask(cast, to=1)
        assert run_waiting(worker_name()) == 2
        assert facts(broken)[::4] == (JobStatus.FAILED, message)
        assert facts(after)[0] == JobStatus.DONE


class TestOwner:
    def test_one_of_many_workers_gets_the_job(self, cast: Cast) -> None:
        job = ask(cast)
        first, second = claim("máy:1:a"), claim("máy:2:b")
        assert (first.pk if first else None, second) == (job.pk, None)

    def test_the_same_work_is_not_asked_for_twice(self, cast: Cast) -> None:
        ask(cast, key="import:1")
        with pytest.raises(ValidationError, match="đang được thực hiện"):
            ask(cast, key="import:1")
        ask(cast, key="import:2")
        assert Job.objects.count() == 2

    @pytest.mark.usefixtures("handlers")
    def test_a_worker_taken_for_dead_cannot_finish(self, cast: Cast) -> None:
        """Fence: the job was given to another worker, which finishes it; the first one changes nothing."""
        ask(cast, to=2)
        dead = claim("máy:1:a")
        assert dead is not None
        Job.objects.update(heartbeat=timezone.now() - timedelta(seconds=61))
        assert mark_interrupted() == 1
        resume(by=cast.minh, job=Job.objects.get())
        alive = claim("máy:2:b")
        assert alive is not None
        late = Progress(dead)
        with pytest.raises(JobLost):
            late.finish({"counted": 99})
        run(alive)
        run(dead)
        assert facts(alive) == (JobStatus.DONE, 2, 2, {"counted": 2}, "")

    def test_wrong_twin_without_the_owner_a_dead_worker_finishes_over_the_living(self, cast: Cast) -> None:
        ask(cast)
        dead = claim("máy:1:a")
        assert dead is not None
        Job.objects.update(worker="máy:2:b")
        assert Job.objects.filter(pk=dead.pk, status=JobStatus.RUNNING).update(status=JobStatus.DONE) == 1


class TestInterrupted:
    @pytest.mark.parametrize(("seconds", "status"), [(59, JobStatus.RUNNING), (61, JobStatus.INTERRUPTED)])
    def test_a_silent_worker_is_taken_for_dead_after_a_minute(
        self, cast: Cast, seconds: int, status: JobStatus
    ) -> None:
        job = ask(cast)
        claim("máy:1:a")
        Job.objects.update(heartbeat=timezone.now() - timedelta(seconds=seconds))
        mark_interrupted()
        assert facts(job)[0] == status

    def test_a_process_that_is_gone_is_known_at_once(self, cast: Cast) -> None:
        job, own = ask(cast), worker_name()
        claim(own)
        assert mark_interrupted() == 0
        host = own.partition(":")[0]
        child = os.fork()
        if child == 0:
            os._exit(0)
        os.waitpid(child, 0)
        Job.objects.update(worker=f"{host}:{child}:x")
        assert mark_interrupted() == 1
        assert facts(job)[0] == JobStatus.INTERRUPTED

    def test_done_work_is_not_taken_up_again(self, cast: Cast) -> None:
        job = ask(cast)
        Job.objects.update(status=JobStatus.DONE)
        job.refresh_from_db()
        with pytest.raises(ValidationError):
            resume(by=cast.minh, job=job)


class TestPages:
    def client(self, user: Any) -> Client:
        client = Client()
        client.force_login(user)
        return client

    def test_the_page_asks_again_until_the_work_is_done(self, cast: Cast) -> None:
        job, minh = ask(cast), self.client(cast.minh)
        page = minh.get(job.get_absolute_url()).content.decode()
        assert 'hx-trigger="every 2s"' in page
        poll = {"HX-Request": "true", "HX-Target": "job-progress"}
        answer = minh.get(job.get_absolute_url(), headers=poll)
        assert (answer.headers.get("HX-Refresh"), "<html" in answer.content.decode()) == (None, False)
        Job.objects.update(status=JobStatus.DONE, finished_at=timezone.now())
        answer = minh.get(job.get_absolute_url(), headers=poll)
        assert answer.headers["HX-Refresh"] == "true"
        assert "hx-trigger" not in minh.get(job.get_absolute_url()).content.decode()
        Job.objects.update(payload={"back": "/imports/7/"})
        answer = minh.get(job.get_absolute_url(), headers=poll)
        assert (answer.headers["HX-Redirect"], answer.headers.get("HX-Refresh")) == ("/imports/7/", None)

    def test_a_file_that_could_not_be_read_is_no_success(self, cast: Cast) -> None:
        job, minh = ask(cast), self.client(cast.minh)
        Job.objects.update(status=JobStatus.DONE, result={"unreadable": "empty"}, finished_at=timezone.now())
        page = minh.get(job.get_absolute_url()).content.decode()
        assert '<span class="badge badge-missing">Không đọc được</span>' in page
        assert "badge-done" not in page

    def test_an_interrupted_job_says_so_and_is_taken_up_again(self, cast: Cast) -> None:
        job, minh = ask(cast), self.client(cast.minh)
        claim("máy:1:a")
        Job.objects.update(heartbeat=timezone.now() - timedelta(seconds=61))
        page = minh.get(job.get_absolute_url()).content.decode()
        assert "Bị gián đoạn" in page
        minh.post(f"{job.get_absolute_url()}resume/")
        assert facts(job)[0] == JobStatus.QUEUED

    def test_own_jobs_and_those_of_the_area(self, cast: Cast) -> None:
        ask(cast)
        link = "Đọc danh sách"
        shown = {
            name: link in self.client(user).get("/imports/jobs/?all=1").content.decode()
            for name, user in cast.everybody.items()
        }
        assert shown == {
            "lan": True,
            "an": True,
            "son": True,
            "minh": True,
            "binh": True,
            "hoa": False,
            "tuan": False,
            "quang": False,
        }

    def test_only_who_asked_stops(self, cast: Cast) -> None:
        job = ask(cast)
        self.client(cast.binh).post(f"{job.get_absolute_url()}stop/")
        assert facts(job)[0] == JobStatus.QUEUED
        self.client(cast.minh).post(f"{job.get_absolute_url()}stop/")
        assert facts(job)[0] == JobStatus.STOPPED
