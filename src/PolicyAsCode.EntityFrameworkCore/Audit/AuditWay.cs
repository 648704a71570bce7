namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>By which way data was reached, and so how much the record can say.</summary>
public enum AuditWay
{
    /// <summary>As a row that EF Core made or saved: it is known whose.</summary>
    Row,

    /// <summary>By a query that picks fields: it is known which, and in how many rows, not whose.</summary>
    Projection,

    /// <summary>By one statement over many rows: it is known which fields and how many rows, not whose.</summary>
    Bulk,

    /// <summary>By SQL that was written by hand: what its text names is known.</summary>
    Sql,

    /// <summary>By the database itself, because what the row hangs on was deleted: how many rows is not known.</summary>
    Cascade,

    /// <summary>By a generated sweep or erasure.</summary>
    Generated,

    /// <summary>As the application said.</summary>
    Stated,
}
