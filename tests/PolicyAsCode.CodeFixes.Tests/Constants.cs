namespace PolicyAsCode.CodeFixes.Tests;

/// <summary>The terms as the build writes them.</summary>
internal static class Constants
{
    public static readonly (string Path, string Content) File = ("PolicyTerms.g.cs", """
        namespace PolicyAsCode
        {
            internal static class Categories
            {
                internal static class Contact
                {
                    public const string Email = "contact.email";
                    public const string Phone = "contact.phone";
                    public const string Name = "contact.name";
                }
            }
            internal static class Purposes
            {
                public const string Communication = "communication";
                public const string Transactions = "transactions";
            }
        }
        """);
}
