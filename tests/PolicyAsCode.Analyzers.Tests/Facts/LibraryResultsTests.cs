using Logged = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Protection.PersonalDataLoggedRule>;

namespace PolicyAsCode.Analyzers.Tests.Facts;

/// <summary>What comes back from libraries that look something up: that, and not what they were asked with.</summary>
public sealed class LibraryResultsTests
{
    private const string Shop = """
        using System.Net.Http;
        using System.Net.Http.Json;
        using Microsoft.AspNetCore.Identity;
        using Microsoft.Extensions.Caching.Distributed;
        using Microsoft.Extensions.Logging;
        public class AppUser : IdentityUser { }

        """;

    [Theory]
    [InlineData("await users.GetLoginsAsync(user)")]
    [InlineData("await users.GetRolesAsync(user)")]
    [InlineData("await users.GetClaimsAsync(user)")]
    [InlineData("await users.GetTwoFactorEnabledAsync(user)")]
    [InlineData("await users.CheckPasswordAsync(user, user.Email!)")]
    [InlineData("await users.IsInRoleAsync(user, user.Email!)")]
    [InlineData("await users.GetLockoutEndDateAsync(user)")]
    [InlineData("user.LockoutEnd")]
    [InlineData("await users.DeleteAsync(user)")]
    [InlineData("(await users.DeleteAsync(user)).Errors")]
    [InlineData("string.Join(\", \", (await users.AddToRoleAsync(user, \"x\")).Errors.Select(error => error.Description))")]
    [InlineData("(await users.CreateAsync(user, \"x\")).Errors.First().Code")]
    [InlineData("(await users.CreateAsync(user, \"x\")).Succeeded")]
    [InlineData("await signIn.PasswordSignInAsync(user, \"x\", true, true)")]
    [InlineData("await signIn.CheckPasswordSignInAsync(user, user.Email!, true)")]
    [InlineData("await users.GetUserIdAsync(user)")]
    [InlineData("await users.GeneratePasswordResetTokenAsync(user)")]
    [InlineData("await http.PostAsJsonAsync(\"/\", user)")]
    [InlineData("await (await http.PostAsJsonAsync(\"/\", user)).Content.ReadAsStringAsync()")]
    [InlineData("await http.GetStringAsync(\"/\" + user.Email)")]
    [InlineData("await cache.GetStringAsync(user.Email!)")]
    public Task Nothing(string expression) => Verify(expression);

    [Theory]
    [InlineData("await users.GetEmailAsync(user)")]
    [InlineData("await users.GetPhoneNumberAsync(user)")]
    [InlineData("users.GetEmailAsync(user).Result")]
    [InlineData("(await users.CreateAsync(user, \"x\")).Errors.First().Description")]
    [InlineData("string.Join(\", \", (await users.UpdateAsync(user)).Errors.Select(error => error.Description))")]
    [InlineData("await users.FindByIdAsync(\"x\")")]
    [InlineData("users.NormalizeEmail(user.Email)")]
    [InlineData("new Uri(\"https://example.org/\" + user.Email)")]
    public Task Something(string expression) => Verify($"[|{expression}|]");

    [Fact]
    public Task What_comes_back_is_in_the_finding_and_no_more() => Logged.VerifyAnalyzerAsync(Shop + """
        public sealed class Service(ILogger log, UserManager<AppUser> users)
        {
            public async Task Run(AppUser user) => log.LogInformation("{Value}", [|await users.GetPhoneNumberAsync(user)|]);
        }
        """, Policies.Shop, "contact.phone");

    [Fact]
    public Task Through_a_method_of_ones_own() => Logged.VerifyAnalyzerAsync(Shop + """
        public sealed class Service(ILogger log, UserManager<AppUser> users)
        {
            private async Task<string> Reach(AppUser user) => $"mail {await users.GetEmailAsync(user)}";
            private async Task<string> Groups(AppUser user) => string.Join(", ", await users.GetRolesAsync(user));
            public async Task Run(AppUser user)
            {
                log.LogInformation("{Value}", [|await Reach(user)|]);
                log.LogInformation("{Value}", await Groups(user));
            }
        }
        """, Policies.Shop);

    private static Task Verify(string expression) => Logged.VerifyAnalyzerAsync(Shop + $$"""
        public sealed class Service(
            ILogger log, UserManager<AppUser> users, SignInManager<AppUser> signIn, HttpClient http, IDistributedCache cache)
        {
            public async Task Run(AppUser user) { log.LogInformation("{Value}", {{expression}}); await Task.Yield(); }
        }
        """, Policies.Shop);
}
