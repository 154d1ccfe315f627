"""The desk 工作台: what somebody must do now."""
