"""What all tests share: hypothesis sets no deadline, because the first call of a rule compiles it."""

from hypothesis import settings

settings.register_profile("samvirke", deadline=None, print_blob=True)
settings.load_profile("samvirke")
