global using PolicyAsCode.Analyzers.Tests.Verification;
