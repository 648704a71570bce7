using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>A statement as EF Core would run it now.</summary>
/// <param name="Template">Its text and its parameters, which know how a value is stored.</param>
/// <param name="Values">The values of this run: what a lambda has captured, and what EF Core has found in the context for its filters.</param>
/// <param name="Source">What interceptors are told that it is.</param>
internal sealed record RecordedStatement(
    IRelationalCommandTemplate Template, IReadOnlyDictionary<string, object?> Values, CommandSource Source)
{
    /// <summary>The command of this run, on a connection and in its transaction; interceptors are not told of it.</summary>
    public DbCommand Command(IRelationalConnection connection) => Template.CreateDbCommand(
        new(connection, Values, null, null, null, Source), Guid.Empty, DbCommandMethod.ExecuteReader);

    /// <summary>The statement with others around it, or in another.</summary>
    /// <param name="commands">What makes commands of a text.</param>
    /// <param name="wrap">The text that is made of its own.</param>
    public RecordedStatement In(IRelationalCommandBuilderFactory commands, Func<string, string> wrap)
    {
        var builder = commands.Create().Append(wrap(Template.CommandText));
        foreach (var parameter in Template.Parameters)
            builder.AddParameter(parameter);
        return this with { Template = builder.Build() };
    }
}
