using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.AspNetCore.Tests.Audit;

/// <summary>Who acts is the user of the request, for what is the purpose of its endpoint.</summary>
public sealed class HttpAuditActorTests
{
    [Fact]
    public void A_user_is_named_by_kind_and_claim()
    {
        var (actor, http) = Open();
        Assert.Null(actor.Current);
        Assert.Empty(actor.Purposes);

        http.HttpContext = new DefaultHttpContext();
        Assert.Equal(AuditActor.Of("anonymous"), actor.Current);
        http.HttpContext.User = User(new Claim(ClaimTypes.NameIdentifier, "17"), new Claim(ClaimTypes.Name, "Ana"));
        Assert.Equal(new AuditActor("customer", "17"), actor.Current);
        http.HttpContext.User = User(new Claim(ClaimTypes.NameIdentifier, "3"), new Claim(ClaimTypes.Role, "desk"));
        Assert.Equal(new AuditActor("staff", "3"), actor.Current);
        http.HttpContext.User = User(new Claim(ClaimTypes.Name, "Ana"));
        // A name is no key, unless the application says so.
        Assert.Equal(AuditActor.Of("unidentified"), actor.Current);
        // Claims of somebody who has not proved them name nobody.
        http.HttpContext.User = new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "17")]));
        Assert.Equal(AuditActor.Of("anonymous"), actor.Current);
    }

    [Fact]
    public void A_name_is_a_key_where_the_application_says_so()
    {
        var services = new ServiceCollection().AddHttpAuditActor("staff", nameIsKey: true).BuildServiceProvider();
        services.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext { User = User(new Claim(ClaimTypes.Name, "Ana")) };
        Assert.Equal(new AuditActor("staff", "Ana"), services.GetRequiredService<IAuditActor>().Current);
    }

    [Fact]
    public async Task The_purpose_of_an_endpoint_is_that_of_its_handler()
    {
        var (actor, http) = Open();
        await using var application = WebApplication.CreateBuilder().Build();
        application.MapGet("/said", [Purpose("customer-support", "security")] () => "");
        application.MapGet("/unsaid", () => "");
        var endpoints = ((IEndpointRouteBuilder)application).DataSources.Single().Endpoints;
        Assert.Equal(["customer-support", "security"], PurposesOf("/said"));
        Assert.Empty(PurposesOf("/unsaid"));

        IReadOnlyList<string> PurposesOf(string route)
        {
            http.HttpContext = new DefaultHttpContext();
            http.HttpContext.SetEndpoint(endpoints.OfType<RouteEndpoint>().Single(endpoint => endpoint.RoutePattern.RawText == route));
            return actor.Purposes;
        }
    }

    private static (IAuditActor Actor, IHttpContextAccessor Http) Open()
    {
        var services = new ServiceCollection().AddHttpAuditActor(user => user.IsInRole("desk") ? "staff" : "customer").BuildServiceProvider();
        return (services.GetRequiredService<IAuditActor>(), services.GetRequiredService<IHttpContextAccessor>());
    }

    private static ClaimsPrincipal User(params Claim[] claims) => new(new ClaimsIdentity(claims, "test"));
}
