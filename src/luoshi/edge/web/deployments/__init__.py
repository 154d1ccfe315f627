"""Deployments 部署: a document comes in and is reviewed clause by clause until every one is answered."""
