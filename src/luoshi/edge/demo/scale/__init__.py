"""A city or a province at its real size, by chance but always the same: ``luoshi demo --scale``."""
