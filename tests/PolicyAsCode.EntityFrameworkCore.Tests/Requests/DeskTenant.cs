namespace PolicyAsCode.EntityFrameworkCore.Tests.Requests;

/// <summary>The tenant of a web request, and of a scope that was told another one.</summary>
internal sealed class DeskTenant : IPrivacyTenant
{
    private static readonly AsyncLocal<string?> s_web = new();

    private bool _isEntered;
    private string? _entered;

    /// <summary>What the web request under way works for.</summary>
    public static string? Web
    {
        get => s_web.Value;
        set => s_web.Value = value;
    }

    public string? Current => _isEntered ? _entered : Web;

    public void Enter(string? tenant) => (_isEntered, _entered) = (true, tenant);
}
