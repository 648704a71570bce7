namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>The purposes for which code runs, along its flow.</summary>
internal sealed class AuditScope : IDisposable
{
    private static readonly AsyncLocal<AuditScope?> s_current = new();

    private readonly AuditScope? _outer = s_current.Value;
    private readonly string _purposes;

    public AuditScope(IEnumerable<string> purposes)
    {
        _purposes = Text(purposes);
        s_current.Value = this;
    }

    /// <summary>Null where nothing says so.</summary>
    public static string? Current => s_current.Value?._purposes;

    public static string Text(IEnumerable<string> purposes) => string.Join(", ", purposes);

    public void Dispose() => s_current.Value = _outer;
}
