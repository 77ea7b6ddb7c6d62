// Command replacement-table reads the Go source of hashicorp/aws and tells of each resource which arguments force
// replacement. The functions that make the schemas are evaluated; what the source alone does not tell is named, never guessed.
package main

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"os"
	"path/filepath"
	"sort"
)

func stop(format string, args ...any) {
	fmt.Fprintf(os.Stderr, format+"\n", args...)
	os.Exit(2)
}

func main() {
	if len(os.Args) != 2 {
		stop("usage: replacement-table FOLDER, the source of the provider")
	}
	root, err := filepath.Abs(os.Args[1])
	if err != nil {
		stop("%v", err)
	}
	services, err := os.ReadDir(filepath.Join(root, "internal", "service"))
	if err != nil {
		stop("%s is not the source of hashicorp/aws: %v", os.Args[1], err)
	}
	from := newSource(root)
	types := map[string]*findings{}
	for _, service := range services {
		if !service.IsDir() {
			continue
		}
		pkg := from.find(modulePath + "/internal/service/" + service.Name())
		for _, one := range pkg.resources() {
			types[one.typeName] = one.read(from)
		}
	}
	if err := json.NewEncoder(os.Stdout).Encode(types); err != nil {
		stop("%v", err)
	}
}

// resource is a type of the provider and the function that makes it.
type resource struct {
	typeName    string
	factory     value
	isFramework bool
}

// resources are those that the package registers. The list is generated from the annotations of the factories.
func (p *goPackage) resources() []resource {
	if p == nil {
		return nil
	}
	found := []resource{}
	for method, isFramework := range map[string]bool{"SDKResources": false, "FrameworkResources": true} {
		decl := p.methods["servicePackage"][method]
		if decl == nil {
			continue
		}
		in := &scope{file: decl.file, names: map[string]value{}}
		ast.Inspect(decl.fn.Body, func(node ast.Node) bool {
			literal, ok := node.(*ast.CompositeLit)
			if !ok {
				return true
			}
			one := resource{isFramework: isFramework}
			for _, item := range literal.Elts {
				field, ok := item.(*ast.KeyValueExpr)
				if !ok {
					return true
				}
				switch name, _ := field.Key.(*ast.Ident); {
				case name == nil:
				case name.Name == "TypeName":
					one.typeName, _ = in.eval(field.Value).(string)
				case name.Name == "Factory":
					one.factory = in.eval(field.Value)
				}
			}
			if one.typeName != "" {
				found = append(found, one)
			}
			return true
		})
	}
	return found
}

func (r resource) read(from *source) *findings {
	told := &findings{Forces: map[string]string{}, May: map[string]string{}, Paths: []string{}, source: from}
	factory, ok := r.factory.(*closure)
	switch {
	case !ok:
		told.Unresolved = "its factory is not a function of the provider"
	case r.isFramework:
		told.readFrameworkResource(factory)
	default:
		told.readSdkResource(factory)
	}
	sort.Strings(told.Whole)
	sort.Strings(told.Paths)
	return told
}
