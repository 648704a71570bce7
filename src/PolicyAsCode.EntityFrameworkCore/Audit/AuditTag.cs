using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// What a query does with recorded fields, as a comment in its SQL: found once when the query is compiled, and read from
/// the command each time when it runs.
/// </summary>
/// <param name="Action">What it does.</param>
/// <param name="Way">By which way.</param>
/// <param name="Fields">The fields, with commas, by the entity's name.</param>
internal sealed record AuditTag(AuditAction Action, AuditWay Way, ImmutableArray<(string Entity, string Fields)> Fields)
{
    private const string Mark = "privacy-audit ";

    private static readonly ConcurrentDictionary<string, AuditTag?> s_read = new(StringComparer.Ordinal);

    private static readonly MethodInfo s_tagWith = typeof(EntityFrameworkQueryableExtensions)
        .GetMethod(nameof(EntityFrameworkQueryableExtensions.TagWith))!;

    /// <summary>What a command says of itself; null where it says nothing.</summary>
    public static AuditTag? Of(string command)
    {
        // Comments come first: a text within the statement is nobody's tag.
        var at = 0;
        while (at + 3 <= command.Length && command.AsSpan(at).StartsWith("-- "))
        {
            var end = command.IndexOf('\n', at);
            end = end < 0 ? command.Length : end;
            if (command.AsSpan(at + 3, end - at - 3).StartsWith(Mark))
                return s_read.GetOrAdd(command[(at + 3 + Mark.Length)..end].TrimEnd('\r'), Parse);
            at = end + 1;
        }

        return null;
    }

    /// <summary>A query that says so of itself.</summary>
    public Expression On(Expression query)
    {
        if (ElementOf(query.Type) is { } element)
            return Expression.Call(s_tagWith.MakeGenericMethod(element), query, Expression.Constant(ToString()));
        return query is MethodCallExpression { Arguments: [var source, ..] } call && ElementOf(source.Type) is not null
            ? call.Update(call.Object, [On(source), .. call.Arguments.Skip(1)])
            : query;
    }

    public override string ToString()
    {
        var text = new StringBuilder(Mark).Append(Action).Append(' ').Append(Way);
        foreach (var (entity, fields) in Fields)
            text.Append(' ').Append(entity).Append('(').Append(fields.Replace(", ", ",", StringComparison.Ordinal)).Append(')');
        return text.ToString();
    }

    private static AuditTag? Parse(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || !Enum.TryParse<AuditAction>(words[0], out var action) || !Enum.TryParse<AuditWay>(words[1], out var way))
            return null;
        return new(action, way,
        [
            .. words.Skip(2).Select(word => word.Split('(', 2)).Where(parts => parts.Length == 2)
                .Select(parts => (parts[0], parts[1].TrimEnd(')').Replace(",", ", ", StringComparison.Ordinal))),
        ]);
    }

    private static Type? ElementOf(Type type) =>
        (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IQueryable<>) ? type : type.GetInterface(typeof(IQueryable<>).Name))
        ?.GetGenericArguments()[0];
}
