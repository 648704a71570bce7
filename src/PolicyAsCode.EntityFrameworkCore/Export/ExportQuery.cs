using System.ComponentModel;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>The rows of an entity for a copy.</summary>
/// <param name="Entity">What is said of them.</param>
/// <param name="Type">The type of the rows.</param>
/// <param name="Rows">
/// Gives the query of their values, in the order of the entity's fields. It is compiled once a model: what the lambda
/// captures may be another value each time, and the query itself is the same.
/// </param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ExportQuery(ExportEntity Entity, Type Type, Func<IQueryable<object?[]>> Rows);
