namespace PolicyAsCode.EntityFrameworkCore.Tests.Running;

public enum Provider
{
    Sqlite,
    PostgreSql,
}
