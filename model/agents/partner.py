"""Every other partner: region or health service, company, housing organisation, education or research, interest organisation."""

from samvirke.model.fields import Field, flag

PARTNER_FIELDS: tuple[Field, ...] = (
    flag("core_task_is_health", "health is its core task (other partner; else 0)"),
    Field("own_interest", "how much it is in it for itself: staff, tenants, market, data (other partner; else 0)"),
)
