"""The NGO: a local association or a national one; members, independence, patience with paperwork."""

from samvirke.model.fields import Field

NGO_FIELDS: tuple[Field, ...] = (
    Field("autonomy", "how independent of the municipality it is (NGO; else 0)"),
    Field("patience_with_paperwork", "how much administration it puts up with (NGO; else 0)"),
    Field("fit_with_target_group", "how well its own cause fits the target group (NGO; else 0)"),
)
