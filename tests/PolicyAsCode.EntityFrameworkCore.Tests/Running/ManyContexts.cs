using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Running;

/// <summary>
/// One process runs all these tests, each with loggers or keys of its own, for which EF Core makes a service provider
/// each; past twenty it takes that for a mistake, as it would be in an application.
/// </summary>
internal static class ManyContexts
{
    public static TBuilder AmongManyContexts<TBuilder>(this TBuilder options)
        where TBuilder : DbContextOptionsBuilder
    {
        options.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.ManyServiceProvidersCreatedWarning));
        return options;
    }
}
