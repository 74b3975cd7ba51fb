"""Index of the tasks of this floor's rooms, for Celery."""

from accounts.channels.tasks import refresh_avatars
from accounts.notify.tasks import mail_notices, mail_the_day, push_notices

__all__ = ["mail_notices", "mail_the_day", "push_notices", "refresh_avatars"]
