package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// modulePath is the provider's own module; packages of other modules are not read.
const modulePath = "github.com/hashicorp/terraform-provider-aws"

// source gives the packages of the provider's module, each parsed once.
type source struct {
	root     string
	files    *token.FileSet
	packages map[string]*goPackage
}

// goPackage holds the declarations of one package by name.
type goPackage struct {
	path    string
	decls   map[string]*declaration
	methods map[string]map[string]*declaration
	source  *source
}

// declaration is a function, type, constant or variable of a package. The value of a variable is kept.
type declaration struct {
	file    *sourceFile
	fn      *ast.FuncDecl
	typ     *ast.TypeSpec
	init    ast.Expr
	value   value
	started bool
}

// sourceFile knows the imports of a file: name -> path.
type sourceFile struct {
	pkg     *goPackage
	imports map[string]string
}

func newSource(root string) *source {
	return &source{root: root, files: token.NewFileSet(), packages: map[string]*goPackage{}}
}

// find returns the package of an import path, or nil where it is of another module.
func (s *source) find(path string) *goPackage {
	if found, ok := s.packages[path]; ok {
		return found
	}
	var pkg *goPackage
	if path == modulePath || strings.HasPrefix(path, modulePath+"/") {
		pkg = s.parse(path)
	}
	s.packages[path] = pkg
	return pkg
}

func (s *source) parse(path string) *goPackage {
	dir := filepath.Join(s.root, strings.TrimPrefix(path, modulePath))
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	pkg := &goPackage{path: path, decls: map[string]*declaration{}, methods: map[string]map[string]*declaration{}, source: s}
	for _, entry := range entries {
		name := entry.Name()
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(s.files, filepath.Join(dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			stop("%v", err)
		}
		pkg.add(parsed)
	}
	return pkg
}

var majorVersion = regexp.MustCompile(`^v\d+$`)

func (p *goPackage) add(parsed *ast.File) {
	file := &sourceFile{pkg: p, imports: map[string]string{}}
	for _, spec := range parsed.Imports {
		path, _ := strconv.Unquote(spec.Path.Value)
		parts := strings.Split(path, "/")
		name := parts[len(parts)-1]
		if len(parts) > 1 && majorVersion.MatchString(name) {
			name = parts[len(parts)-2]
		}
		if spec.Name != nil {
			name = spec.Name.Name
		}
		file.imports[name] = path
	}
	for _, decl := range parsed.Decls {
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			p.addFunction(file, decl)
		case *ast.GenDecl:
			for _, spec := range decl.Specs {
				p.addSpec(file, spec)
			}
		}
	}
}

func (p *goPackage) addFunction(file *sourceFile, fn *ast.FuncDecl) {
	if fn.Recv == nil {
		p.decls[fn.Name.Name] = &declaration{file: file, fn: fn}
		return
	}
	receiver := baseName(fn.Recv.List[0].Type)
	if p.methods[receiver] == nil {
		p.methods[receiver] = map[string]*declaration{}
	}
	p.methods[receiver][fn.Name.Name] = &declaration{file: file, fn: fn}
}

func (p *goPackage) addSpec(file *sourceFile, spec ast.Spec) {
	switch spec := spec.(type) {
	case *ast.TypeSpec:
		p.decls[spec.Name.Name] = &declaration{file: file, typ: spec}
	case *ast.ValueSpec:
		for i, name := range spec.Names {
			one := &declaration{file: file}
			// Without a value it is zero, or continues a list of constants: neither is needed.
			if i < len(spec.Values) && len(spec.Values) == len(spec.Names) {
				one.init = spec.Values[i]
			}
			p.decls[name.Name] = one
		}
	}
}

// method finds a method of a type, or of a type that is embedded in it.
func (p *goPackage) method(typeName, name string) *declaration {
	if p == nil {
		return nil
	}
	if decl := p.methods[typeName][name]; decl != nil {
		return decl
	}
	decl := p.decls[typeName]
	if decl == nil || decl.typ == nil {
		return nil
	}
	fields, ok := decl.typ.Type.(*ast.StructType)
	if !ok {
		return nil
	}
	in := &scope{file: decl.file}
	for _, field := range fields.Fields.List {
		if len(field.Names) > 0 {
			continue
		}
		pkg := p
		typ := field.Type
		if generic, ok := typ.(*ast.IndexExpr); ok {
			typ = generic.X
		}
		if of, ok := typ.(*ast.SelectorExpr); ok {
			pkg = p.source.find(in.importPath(of.X))
		}
		if found := pkg.method(baseName(typ), name); found != nil {
			return found
		}
	}
	return nil
}

// baseName is the name of a type without its pointer and its type arguments.
func baseName(typ ast.Expr) string {
	switch typ := typ.(type) {
	case *ast.StarExpr:
		return baseName(typ.X)
	case *ast.ParenExpr:
		return baseName(typ.X)
	case *ast.IndexExpr:
		return baseName(typ.X)
	case *ast.IndexListExpr:
		return baseName(typ.X)
	case *ast.Ident:
		return typ.Name
	case *ast.SelectorExpr:
		return typ.Sel.Name
	}
	return ""
}
