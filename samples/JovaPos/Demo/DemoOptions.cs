using System.Globalization;

namespace JovaPos.Demo;

/// <summary>What can be said after <c>demo</c>.</summary>
/// <param name="Now">Where the clock starts; the same moment gives the same output.</param>
/// <param name="Database">A connection string to an empty database; null takes a temporary SQLite file.</param>
internal sealed record DemoOptions(DateTimeOffset Now, string? Database)
{
    public const string Usage = "demo [--now 2026-11-22T09:00:00+07:00] [--database CONNECTION-STRING]";

    /// <summary>Reads the options; null where they make no sense.</summary>
    public static DemoOptions? Parse(IReadOnlyList<string> arguments, TimeProvider time)
    {
        var options = new DemoOptions(time.GetUtcNow(), Database: null);
        for (var at = 0; at < arguments.Count; at += 2)
        {
            if (at + 1 == arguments.Count)
                return null;

            var value = arguments[at + 1];
            switch (arguments[at])
            {
                case "--now" when DateTimeOffset.TryParse(
                    value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var now):
                    options = options with { Now = now };
                    break;
                case "--database":
                    options = options with { Database = value };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
