"""What lies on disk, read into what the stages take: folders, workbooks, photographs."""
