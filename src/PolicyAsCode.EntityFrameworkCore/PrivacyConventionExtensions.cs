using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Conventions that the generated operations rely on.</summary>
public static class PrivacyConventionExtensions
{
    /// <summary>
    /// Stores every <see cref="DateTimeOffset"/> of the model as UTC ticks, so that retention can be compared and
    /// ordered on every provider. Call it in <c>ConfigureConventions</c>; needed on SQLite, harmless elsewhere.
    /// </summary>
    public static ModelConfigurationBuilder UsePrivacyConversions(this ModelConfigurationBuilder builder)
    {
        builder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
        return builder;
    }
}
