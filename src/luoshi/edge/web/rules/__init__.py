"""The rule desk 规则台: what is laid down and where; rules of one's own, tried before they bind anybody."""
