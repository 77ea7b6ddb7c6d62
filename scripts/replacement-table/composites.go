package main

import (
	"go/ast"
	"go/token"
)

// composite is a literal of a struct, map or list; of an element within one, the type stands only outside.
func (s *scope) composite(expr *ast.CompositeLit, typ ast.Expr) value {
	under, in := s.underlying(typ)
	switch under := under.(type) {
	case *ast.MapType:
		return s.mapLiteral(expr, under.Value, in)
	case *ast.ArrayType:
		made := &list{}
		for _, item := range expr.Elts {
			made.items = append(made.items, s.element(item, under.Elt, in))
		}
		return made
	}
	one := in.zero(under)
	for _, item := range expr.Elts {
		field, ok := item.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		name := field.Key.(*ast.Ident).Name
		one.places[name] = field.Pos()
		switch {
		case isSchemaPackage(one.typ) && !neededFields[name]:
		case name == "CustomizeDiff":
			one.fields[name] = &delayed{field.Value, s}
		default:
			one.fields[name] = copied(s.element(field.Value, nil, in))
		}
	}
	return one
}

// element is a literal whose type may stand only outside. Types are names of the file where they are written.
func (s *scope) element(expr, typ ast.Expr, in *scope) value {
	literal, ok := expr.(*ast.CompositeLit)
	if !ok || literal.Type != nil {
		return s.eval(expr)
	}
	pointer, isPointer := typ.(*ast.StarExpr)
	if isPointer {
		typ = pointer.X
	}
	if typ == nil {
		return unknown{"a literal without a type"}
	}
	if in.file != s.file {
		return unknown{"a literal with a type of another file"}
	}
	one := s.composite(literal, typ)
	if of, ok := one.(*object); ok && isPointer {
		of.isPointer = true
	}
	return one
}

func (s *scope) mapLiteral(expr *ast.CompositeLit, typ ast.Expr, in *scope) value {
	made := newTable()
	for _, item := range expr.Elts {
		pair := item.(*ast.KeyValueExpr)
		key, ok := s.eval(pair.Key).(string)
		if !ok {
			made.hole = "a key that is not a constant"
			continue
		}
		made.set(key, copied(s.element(pair.Value, typ, in)))
	}
	return made
}

// underlying follows the names of the provider's types; the scope is that of the file where the result is written.
func (s *scope) underlying(typ ast.Expr) (ast.Expr, *scope) {
	switch one := typ.(type) {
	case *ast.ParenExpr:
		return s.underlying(one.X)
	case *ast.IndexExpr:
		return s.underlying(one.X)
	case *ast.IndexListExpr:
		return s.underlying(one.X)
	}
	decl, _ := s.typeDeclaration(typ)
	if decl == nil {
		return typ, s
	}
	top := &scope{file: decl.file, names: map[string]value{}}
	switch under := decl.typ.Type.(type) {
	case *ast.MapType, *ast.ArrayType:
		return under, top
	case *ast.Ident, *ast.SelectorExpr, *ast.IndexExpr:
		if decl.typ.Assign.IsValid() {
			return top.underlying(under)
		}
	}
	return typ, s
}

// typeDeclaration is the declaration of a type of the provider, and its package.
func (s *scope) typeDeclaration(typ ast.Expr) (*declaration, *goPackage) {
	pkg, name := s.file.pkg, ""
	switch one := typ.(type) {
	case *ast.Ident:
		name = one.Name
	case *ast.SelectorExpr:
		pkg, name = s.file.pkg.source.find(s.importPath(one.X)), one.Sel.Name
	}
	if pkg == nil {
		return nil, nil
	}
	decl := pkg.decls[name]
	if decl == nil || decl.typ == nil {
		return nil, nil
	}
	return decl, pkg
}

// zero is a struct without fields.
func (s *scope) zero(typ ast.Expr) *object {
	one := &object{fields: map[string]value{}, places: map[string]token.Pos{}}
	if decl, pkg := s.typeDeclaration(typ); decl != nil {
		one.pkg, one.name = pkg, decl.typ.Name.Name
		one.typ = pkg.path + "." + one.name
		return one
	}
	if of, ok := typ.(*ast.SelectorExpr); ok {
		one.name = of.Sel.Name
		one.typ = s.importPath(of.X) + "." + one.name
	}
	return one
}
